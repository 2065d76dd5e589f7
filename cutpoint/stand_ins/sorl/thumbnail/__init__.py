"""sorl-thumbnail."""

from sorl.thumbnail.fields import ImageField
