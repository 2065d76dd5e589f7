"""Names → identifiers of CML, each of them there once: ASCII, and with a caret before words that CML keeps for itself."""

from __future__ import annotations

import re

_WORDS = """
ACL ACT ANTICORRUPTION_LAYER APPLICATION AS_IS AUTONOMY AccessObject Aggregate Application
ApplicationPart Bag BasicType BigDecimal BigInteger Blob Boolean BoundedContext C CARE CF CHAR
COMMODITY CONCRETE CONFORMIST CONTROL CORE_DOMAIN CUSTOM_BUILT Clob Collection Command CommandEvent
Consumer ContextMap Coordination D DECISION_MAKER DELETE DataTransferObject Date DateTime Domain
DomainEvent Double Dsl Entity Event FAIRNESS FEATURE Float Flow GENERIC_SUBDOMAIN GENESIS GET HIGH
HUGE INCLUSIVENESS INFLUENCER INNOVATION INTEGER Integer JOINED Key LOW License List Long MEDIUM
META MONITOR MONOPOLIST Map Module NORMAL O OFTEN OHS OPEN_HOST_SERVICE OPINION_LEADER
ORGANIZATIONAL P PERFECTION PL POST PRIVACY PRODUCT PUBLISHED_LANGUAGE PUT PagedResult
PagingParameter Partnership RARELY RESPECT Repository Resource S SINGLE_TABLE SK STRING
SUPPORTING_DOMAIN SUSTAINABILITY SYSTEM SYSTEM_LANDSCAPE Service Set Stakeholder StakeholderGroup
Stakeholders String Subdomain TEAM TINY TO_BE TRANSPARENCY TRUST TacticDDDApplication Timestamp
Trait U UNDEFINED UseCase UserStory VETO_RIGHT Value ValueCluster ValueEpic ValueNarrative
ValueObject ValueRegister ValueWeigthing X a abstract action actions actor aggregateLifecycle
aggregateRoot an are assertFalse assertTrue association auditable availabilityCriticality bad
basePackage belongsTo benefit boolean build businessModel cache cascade changeable command
condition consequences consistencyCriticality construct contains contentVolatility core create
creditCardNumber databaseColumn databaseJoinColumn databaseJoinTable databaseTable databaseType
decimalMax decimalMin def delete demonstrator description digits discriminatorColumn
discriminatorLength discriminatorType discriminatorValue domainVisionStatement double
downstreamRights email enum event eventBus evolution exposedAggregates extends external features
fetch float for future gap good groupBy harmed hint immutable impact implementationTechnology
implements import in index influence inheritanceType inject int interactions interest inverse is
isCore key knowledgeLevel length level likelihoodForChange list long map max min neutral nogap not
notBlank notEmpty nullable o of operation opposingValue opposite optimisticLocking orderBy
orderColumn orderby ordinal owner package past path pattern persistent priority private promoted
protected public publish query queueName range read realizes reduced reference refines relatedValue
required responsibilities return scaffold scope scriptAssert secondaryActors securityAccessGroup
securityCriticality securityZone select size stakeholder state storageSimilarity
structuralVolatility subscribe supports the throws to topicName transient triggers type unique
update url useCases userRequirements userStories valid validate values void webservice with write x
"""
_KEYWORDS = frozenset(_WORDS.split())
"""Of the grammars ContextMappingDSL.xtext and TacticDDDLanguage.xtext."""
_NO_LETTER = re.compile(r"[^A-Za-z0-9]+")
_LONGEST = 80


class Identifiers:
    """Those of one scope."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def new(self, name: str) -> str:
        """An identifier that looks like *name*, and that nothing else has."""
        word = _NO_LETTER.sub("_", name).strip("_")[:_LONGEST] or "it"
        if word[0].isdigit():
            word = f"n{word}"
        number, unique = 1, word
        while unique in self._taken:
            number += 1
            unique = f"{word}_{number}"
        self._taken.add(unique)
        return f"^{unique}" if unique in _KEYWORDS else unique
