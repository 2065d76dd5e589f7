"""ossf-scorecard: scores of packages."""

from django.db import models


class PackageScoreMixin(models.Model):
    scoring_tool = models.CharField(max_length=100)
    scoring_tool_version = models.CharField(max_length=50)
    score = models.CharField(max_length=30)
    scoring_tool_documentation_url = models.CharField(max_length=100)
    score_date = models.DateTimeField(null=True)

    class Meta:
        abstract = True


class ScorecardChecksMixin(models.Model):
    check_name = models.CharField(max_length=100)
    check_score = models.CharField(max_length=30)
    reason = models.CharField(max_length=300)
    details = models.JSONField(default=list)

    class Meta:
        abstract = True
