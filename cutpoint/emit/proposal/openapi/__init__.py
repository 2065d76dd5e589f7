"""Operations of one side → an OpenAPI document."""
