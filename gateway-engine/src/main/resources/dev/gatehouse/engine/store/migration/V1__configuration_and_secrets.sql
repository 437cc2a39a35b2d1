-- Times are milliseconds since 1970. A document is the canonical JSON of the configuration, gzipped.
create table revision (
  number int primary key,
  parent int,
  hash varchar(64) not null,
  format varchar(8) not null,
  author varchar(200) not null,
  message varchar(2000),
  created bigint not null,
  state varchar(16) not null,
  confirm_by bigint,
  fallback int,
  document blob not null
);
create index revision_state on revision (state);

create table secret (
  name varchar(128) primary key,
  key_id varchar(32) not null,
  nonce varbinary(16) not null,
  sealed varbinary(1048576) not null,
  updated bigint not null
);

-- Every change of a record, in order: what follows records reads on from the last seq that it has seen.
create table record_change (
  seq bigint generated always as identity primary key,
  kind varchar(32) not null,
  id varchar(200) not null
);

create table audit (
  seq bigint generated always as identity primary key,
  created bigint not null,
  actor varchar(200) not null,
  action varchar(64) not null,
  subject varchar(200) not null,
  detail varchar(2000)
);
