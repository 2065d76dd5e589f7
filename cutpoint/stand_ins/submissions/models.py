"""edx-submissions: what learners handed in, and what it was worth."""

from django.conf import settings
from django.db import models

from jsonfield import JSONField
from model_utils.models import TimeStampedModel


class AnonymizedUserIDField(models.CharField):
    pass


class StudentItem(models.Model):
    student_id = AnonymizedUserIDField()
    course_id = models.CharField()
    item_id = models.CharField()
    item_type = models.CharField()

    class Meta:
        app_label = "submissions"


class TeamSubmission(TimeStampedModel):
    uuid = models.UUIDField(null=False)
    attempt_number = models.PositiveIntegerField()
    submitted_at = models.DateTimeField()
    course_id = models.CharField(null=False)
    item_id = models.CharField(null=False)
    team_id = models.CharField(null=False)
    submitted_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL)
    status = models.CharField()

    class Meta:
        app_label = "submissions"


class Submission(models.Model):
    uuid = models.UUIDField()
    student_item = models.ForeignKey(StudentItem, on_delete=models.CASCADE)
    attempt_number = models.PositiveIntegerField()
    submitted_at = models.DateTimeField()
    created_at = models.DateTimeField()
    answer = JSONField(db_column="raw_answer")
    status = models.CharField()
    team_submission = models.ForeignKey(
        TeamSubmission, related_name="submissions", null=True, on_delete=models.SET_NULL
    )

    class Meta:
        app_label = "submissions"


class Score(models.Model):
    student_item = models.ForeignKey(StudentItem, on_delete=models.CASCADE)
    submission = models.ForeignKey(Submission, null=True, on_delete=models.CASCADE)
    points_earned = models.PositiveIntegerField()
    points_possible = models.PositiveIntegerField()
    created_at = models.DateTimeField()
    reset = models.BooleanField()

    class Meta:
        app_label = "submissions"


class ScoreSummary(models.Model):
    student_item = models.OneToOneField(StudentItem, on_delete=models.CASCADE)
    highest = models.ForeignKey(Score, related_name="+", on_delete=models.CASCADE)
    latest = models.ForeignKey(Score, related_name="+", on_delete=models.CASCADE)

    class Meta:
        app_label = "submissions"


class ScoreAnnotation(models.Model):
    class Meta:
        app_label = "submissions"

    score = models.ForeignKey(Score, on_delete=models.CASCADE)
    annotation_type = models.CharField()
    creator = AnonymizedUserIDField()
    reason = models.TextField()


class ExternalGraderDetail(models.Model):
    submission = models.OneToOneField(Submission, on_delete=models.CASCADE, related_name="external_grader_detail")
    queue_name = models.CharField()
    queue_key = models.CharField(null=True)
    grader_file_name = models.CharField()
    points_possible = models.PositiveIntegerField()
    status = models.CharField()
    pullkey = models.CharField(null=True)
    grader_reply = models.TextField(null=True)
    status_time = models.DateTimeField()
    created_at = models.DateTimeField()
    num_failures = models.PositiveIntegerField()


class SubmissionFile(models.Model):
    uuid = models.UUIDField()
    external_grader = models.ForeignKey(
        "submissions.ExternalGraderDetail", on_delete=models.SET_NULL, related_name="files", null=True
    )
    file = models.FileField()
    original_filename = models.CharField()
    created_at = models.DateTimeField()
