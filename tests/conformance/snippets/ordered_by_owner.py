"""order_with_respect_to adds a column."""

from django.db import models


class Question(models.Model):
    text = models.TextField()


class Answer(models.Model):
    question = models.ForeignKey(Question, on_delete=models.CASCADE)

    class Meta:
        order_with_respect_to = "question"


class Base(models.Model):
    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="+")

    class Meta:
        abstract = True
        order_with_respect_to = "question"


class Remark(Base):
    pass
