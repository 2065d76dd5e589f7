"""Configuration + analysis → the services in force."""

from cutpoint.config import load_gate
from cutpoint.domain.analysis import Analysis
from cutpoint.domain.service import Services


def configured(folder: str, analysis: Analysis) -> Services | None:
    """The services that the configuration in *folder* names; None where each app is one.

    Raises ConfigError when they don't fit the project.
    """
    gate = load_gate(folder)
    if not gate.services:
        return None
    from cutpoint.relate.services import services_of

    return services_of(analysis.catalog, gate)
