-- what a run was made from, besides its trigger: names and values in turn; runs; a run
alter table run add column if not exists params varchar array;
alter table run add column if not exists upstream varchar array;
alter table run add column if not exists rerun_of varchar(26);

-- while a run is queued: when its next attempt may begin
alter table run add column if not exists not_before timestamp(6) with time zone;

-- whether something follows the ends of its runs: hooks, other jobs
alter table job add column if not exists followed boolean default false not null;

-- runs of such jobs that are over, until what follows is on its way
create table if not exists run_end (
    run_id varchar(26) primary key,
    state varchar(16) not null
);
