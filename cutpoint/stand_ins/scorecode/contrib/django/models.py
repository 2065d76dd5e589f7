"""ossf-scorecard: scores of packages."""

from django.db import models


class PackageScoreMixin(models.Model):
    scoring_tool = models.CharField()
    scoring_tool_version = models.CharField()
    score = models.CharField()
    scoring_tool_documentation_url = models.CharField()
    score_date = models.DateTimeField(null=True)

    class Meta:
        abstract = True


class ScorecardChecksMixin(models.Model):
    check_name = models.CharField()
    check_score = models.CharField()
    reason = models.CharField()
    details = models.JSONField()

    class Meta:
        abstract = True
