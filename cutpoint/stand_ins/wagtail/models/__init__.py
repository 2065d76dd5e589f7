"""wagtail: pages, sites, collections, revisions and workflows, and the mixins that they are put together from."""

from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.fields import GenericForeignKey, GenericRelation
from django.contrib.contenttypes.models import ContentType
from django.db import models
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from modelsearch.index import Indexed
from treebeard.mp_tree import MP_Node


class Orderable(models.Model):
    sort_order = models.IntegerField(null=True)

    class Meta:
        abstract = True


class LockableMixin(models.Model):
    locked = models.BooleanField()
    locked_at = models.DateTimeField(null=True)
    locked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="locked_%(class)ss"
    )

    class Meta:
        abstract = True


class Locale(models.Model):
    language_code = models.CharField()


class TranslatableMixin(models.Model):
    translation_key = models.UUIDField()
    locale = models.ForeignKey(Locale, on_delete=models.PROTECT, related_name="+")

    class Meta:
        abstract = True


class BootstrapTranslatableMixin(TranslatableMixin):
    translation_key = models.UUIDField(null=True)
    locale = models.ForeignKey(Locale, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        abstract = True


class PreviewableMixin:
    pass


class SpecificMixin:
    pass


class Revision(models.Model):
    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    base_content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    object_id = models.CharField()
    created_at = models.DateTimeField()
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="wagtail_revisions"
    )
    object_str = models.TextField()
    content = models.JSONField()
    approved_go_live_at = models.DateTimeField(null=True)
    content_object = GenericForeignKey("content_type", "object_id")


class RevisionMixin(models.Model):
    latest_revision = models.ForeignKey("wagtailcore.Revision", related_name="+", on_delete=models.SET_NULL, null=True)
    _revisions = GenericRelation("wagtailcore.Revision", content_type_field="content_type", object_id_field="object_id")

    class Meta:
        abstract = True


class DraftStateMixin(models.Model):
    live = models.BooleanField()
    has_unpublished_changes = models.BooleanField()
    first_published_at = models.DateTimeField(null=True)
    last_published_at = models.DateTimeField(null=True)
    live_revision = models.ForeignKey("wagtailcore.Revision", related_name="+", on_delete=models.SET_NULL, null=True)
    go_live_at = models.DateTimeField(null=True)
    expire_at = models.DateTimeField(null=True)
    expired = models.BooleanField()

    class Meta:
        abstract = True


class WorkflowMixin(models.Model):
    _workflow_states = GenericRelation(
        "wagtailcore.WorkflowState", content_type_field="base_content_type", object_id_field="object_id"
    )

    class Meta:
        abstract = True


class BaseViewRestriction(models.Model):
    restriction_type = models.CharField()
    password = models.CharField()
    groups = models.ManyToManyField(Group)

    class Meta:
        abstract = True


class BaseLogEntry(models.Model):
    content_type = models.ForeignKey(ContentType, models.SET_NULL, null=True, related_name="+")
    label = models.TextField()
    action = models.CharField()
    data = models.JSONField()
    timestamp = models.DateTimeField()
    uuid = models.UUIDField(null=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.DO_NOTHING, db_constraint=False, related_name="+"
    )
    revision = models.ForeignKey(
        "wagtailcore.Revision", null=True, on_delete=models.DO_NOTHING, db_constraint=False, related_name="+"
    )
    content_changed = models.BooleanField()
    deleted = models.BooleanField()

    class Meta:
        abstract = True


class ModelLogEntry(BaseLogEntry):
    object_id = models.CharField()


class AbstractPage(
    WorkflowMixin,
    PreviewableMixin,
    DraftStateMixin,
    LockableMixin,
    RevisionMixin,
    TranslatableMixin,
    SpecificMixin,
    MP_Node,
):
    class Meta:
        abstract = True


class Page(AbstractPage, Indexed, ClusterableModel):
    title = models.CharField()
    draft_title = models.CharField()
    slug = models.SlugField()
    content_type = models.ForeignKey(ContentType, related_name="pages", on_delete=models.SET_NULL)
    url_path = models.TextField()
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="owned_pages"
    )
    seo_title = models.CharField()
    show_in_menus = models.BooleanField()
    search_description = models.TextField()
    latest_revision_created_at = models.DateTimeField(null=True)
    alias_of = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, related_name="aliases")
    _revisions = GenericRelation(
        "wagtailcore.Revision",
        content_type_field="content_type",
        object_id_field="object_id",
        related_query_name="page",
    )
    _workflow_states = GenericRelation(
        "wagtailcore.WorkflowState",
        content_type_field="base_content_type",
        object_id_field="object_id",
        related_query_name="page",
    )
    _specific_workflow_states = GenericRelation(
        "wagtailcore.WorkflowState",
        content_type_field="content_type",
        object_id_field="object_id",
        related_query_name="page",
    )


class Site(models.Model):
    hostname = models.CharField()
    port = models.IntegerField()
    site_name = models.CharField()
    root_page = models.ForeignKey(Page, related_name="sites_rooted_here", on_delete=models.CASCADE)
    is_default_site = models.BooleanField()


class Collection(MP_Node):
    name = models.CharField()


class CollectionViewRestriction(BaseViewRestriction):
    collection = models.ForeignKey(Collection, related_name="view_restrictions", on_delete=models.CASCADE)


class CollectionMember(models.Model):
    collection = models.ForeignKey(Collection, related_name="+", on_delete=models.CASCADE)

    class Meta:
        abstract = True


class GroupCollectionPermission(models.Model):
    group = models.ForeignKey(Group, related_name="collection_permissions", on_delete=models.CASCADE)
    collection = models.ForeignKey(Collection, related_name="group_permissions", on_delete=models.CASCADE)
    permission = models.ForeignKey(Permission, on_delete=models.CASCADE)


class GroupPagePermission(models.Model):
    group = models.ForeignKey(Group, related_name="page_permissions", on_delete=models.CASCADE)
    page = models.ForeignKey(Page, related_name="group_permissions", on_delete=models.CASCADE)
    permission = models.ForeignKey(Permission, on_delete=models.CASCADE)


class PageViewRestriction(BaseViewRestriction):
    page = models.ForeignKey(Page, related_name="view_restrictions", on_delete=models.CASCADE)


class PageLogEntry(BaseLogEntry):
    page = models.ForeignKey(Page, on_delete=models.DO_NOTHING, db_constraint=False, related_name="+")


class Workflow(ClusterableModel):
    name = models.CharField()
    active = models.BooleanField()


class WorkflowPage(models.Model):
    page = models.OneToOneField(Page, on_delete=models.CASCADE, primary_key=True)
    workflow = models.ForeignKey(Workflow, related_name="workflow_pages", on_delete=models.CASCADE)


class WorkflowContentType(models.Model):
    content_type = models.OneToOneField(
        ContentType, related_name="wagtail_workflow_content_type", on_delete=models.CASCADE, primary_key=True
    )
    workflow = models.ForeignKey(Workflow, related_name="workflow_content_types", on_delete=models.CASCADE)


class Task(SpecificMixin, models.Model):
    name = models.CharField()
    content_type = models.ForeignKey(ContentType, related_name="wagtail_tasks", on_delete=models.CASCADE)
    active = models.BooleanField()


class WorkflowTask(Orderable):
    workflow = ParentalKey(Workflow, on_delete=models.CASCADE, related_name="workflow_tasks")
    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="workflow_tasks")


class AbstractGroupApprovalTask(Task):
    groups = models.ManyToManyField(Group)

    class Meta:
        abstract = True


class GroupApprovalTask(AbstractGroupApprovalTask):
    pass


class WorkflowState(models.Model):
    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    base_content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    object_id = models.CharField()
    content_object = GenericForeignKey("base_content_type", "object_id")
    workflow = models.ForeignKey(Workflow, on_delete=models.CASCADE, related_name="workflow_states")
    status = models.CharField()
    created_at = models.DateTimeField()
    requested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="requested_workflows"
    )
    current_task_state = models.OneToOneField("TaskState", on_delete=models.SET_NULL, null=True)


class TaskState(SpecificMixin, models.Model):
    workflow_state = models.ForeignKey(WorkflowState, on_delete=models.CASCADE, related_name="task_states")
    revision = models.ForeignKey(Revision, on_delete=models.CASCADE, related_name="task_states")
    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="task_states")
    status = models.CharField()
    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    finished_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="finished_task_states"
    )
    comment = models.TextField()
    content_type = models.ForeignKey(ContentType, related_name="wagtail_task_states", on_delete=models.CASCADE)


class Comment(ClusterableModel):
    page = ParentalKey(Page, on_delete=models.CASCADE, related_name="wagtail_admin_comments")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="wagtail_admin_comments")
    text = models.TextField()
    contentpath = models.TextField()
    position = models.TextField()
    created_at = models.DateTimeField()
    updated_at = models.DateTimeField()
    revision_created = models.ForeignKey(Revision, on_delete=models.CASCADE, related_name="created_comments", null=True)
    resolved_at = models.DateTimeField(null=True)
    resolved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, related_name="comments_resolved", null=True
    )


class CommentReply(models.Model):
    comment = ParentalKey(Comment, on_delete=models.CASCADE, related_name="replies")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="comment_replies")
    text = models.TextField()
    created_at = models.DateTimeField()
    updated_at = models.DateTimeField()


class PageSubscription(models.Model):
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="page_subscriptions")
    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="subscribers")
    comment_notifications = models.BooleanField()


class ReferenceIndex(models.Model):
    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    base_content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    object_id = models.CharField()
    to_content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    to_object_id = models.CharField()
    model_path = models.TextField()
    content_path = models.TextField()
    content_path_hash = models.UUIDField()


class UploadedFile(models.Model):
    for_content_type = models.ForeignKey(ContentType, related_name="uploads", on_delete=models.CASCADE, null=True)
    file = models.FileField()
    uploaded_by_user = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL)
