"""Names of tables that the database keeps for itself: nobody's, so nothing is said about them."""

from cutpoint.interpret.sql.sql_words import words_of

_SCHEMAS = frozenset({"information_schema", "mysql", "performance_schema", "pg_catalog", "pg_toast", "sys"})

# Without their schema, as they are mostly written. PostgreSQL reserves the prefix for schemas only,
# so an app named `pg` may have tables that begin with it: the names are listed.
_NAMES = words_of(
    """
    dual sqlite_master sqlite_schema sqlite_sequence sqlite_stat1 sqlite_temp_master sqlite_temp_schema
    sysobjects syscolumns sysindexes
    pg_aggregate pg_am pg_amop pg_amproc pg_attrdef pg_attribute pg_auth_members pg_authid
    pg_available_extensions pg_available_extension_versions pg_cast pg_class pg_collation pg_constraint
    pg_conversion pg_cursors pg_database pg_db_role_setting pg_default_acl pg_depend pg_description pg_enum
    pg_event_trigger pg_extension pg_foreign_data_wrapper pg_foreign_server pg_foreign_table pg_group pg_index
    pg_indexes pg_inherits pg_language pg_largeobject pg_locks pg_matviews pg_namespace pg_opclass pg_operator
    pg_opfamily pg_partitioned_table pg_policies pg_policy pg_prepared_statements pg_prepared_xacts pg_proc
    pg_publication pg_publication_tables pg_range pg_replication_slots pg_rewrite pg_roles pg_rules pg_seclabel
    pg_seclabels pg_sequence pg_sequences pg_settings pg_shadow pg_shdepend pg_shdescription pg_shseclabel
    pg_statistic pg_stats pg_subscription pg_tables pg_tablespace pg_timezone_abbrevs pg_timezone_names
    pg_transform pg_trigger pg_ts_config pg_ts_config_map pg_ts_dict pg_ts_parser pg_ts_template pg_type pg_user
    pg_user_mapping pg_user_mappings pg_views
    all_cons_columns all_constraints all_ind_columns all_indexes all_objects all_sequences all_tab_cols
    all_tab_columns all_tables all_triggers all_views
    user_cons_columns user_constraints user_ind_columns user_indexes user_sequences user_tab_cols user_tab_columns
    user_tab_identity_cols user_tables user_tab_comments user_col_comments user_json_columns user_mviews user_views
    user_sdo_geom_metadata geometry_columns geography_columns raster_columns spatial_ref_sys
    """
)
_PREFIXES = ("pg_stat_", "pg_statio_", "v$", "gv$", "sqlite_autoindex_")


def is_system_table(table: str, schema: str = "") -> bool:
    """Whether *table* is part of a database's own catalog."""
    name = table.lower()
    return schema.lower() in _SCHEMAS or name in _NAMES or name.startswith(_PREFIXES)
