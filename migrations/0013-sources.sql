-- How much came from each source, without reading all that came.
create index praises_by_source on praises (workspace_id, source_id);
