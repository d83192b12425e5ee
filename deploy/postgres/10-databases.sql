-- Runs once, on an empty server: a database and a role for each service and for Keycloak. No role can reach another's
-- database, and none may make databases or roles.
\getenv beneficiary BERDIKARI_BENEFICIARY_DB_PASSWORD
\getenv fundraising BERDIKARI_FUNDRAISING_DB_PASSWORD
\getenv program BERDIKARI_PROGRAM_DB_PASSWORD
\getenv monitoring BERDIKARI_MONITORING_DB_PASSWORD
\getenv keycloak BERDIKARI_KEYCLOAK_DB_PASSWORD

create role beneficiary login password :'beneficiary';
create role fundraising login password :'fundraising';
create role program login password :'program';
create role monitoring login password :'monitoring';
create role keycloak login password :'keycloak';

create database beneficiary owner beneficiary;
create database fundraising owner fundraising;
create database program owner program;
create database monitoring owner monitoring;
create database keycloak owner keycloak;

revoke all on database beneficiary, fundraising, program, monitoring, keycloak, postgres, template1 from public;
