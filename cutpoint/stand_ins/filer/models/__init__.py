"""django-filer: its models."""

from filer.models.clipboardmodels import Clipboard, ClipboardItem
from filer.models.filemodels import File
from filer.models.foldermodels import Folder, FolderPermission
from filer.models.imagemodels import Image
from filer.models.thumbnailoptionmodels import ThumbnailOption
