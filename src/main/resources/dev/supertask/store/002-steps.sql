-- how those steps of an attempt ended that were launched, of jobs whose steps have names
create table if not exists run_step (
    run_id varchar(26) not null,
    attempt int not null,
    step int not null,
    name varchar(128) not null,
    state varchar(16) not null,
    exit_code int,
    reason varchar,
    started_at timestamp(6) with time zone not null,
    finished_at timestamp(6) with time zone not null,
    cpu_ms bigint,
    peak_kib bigint,
    primary key (run_id, attempt, step)
);
