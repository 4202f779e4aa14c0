-- When a referral that nobody answers left the expert's list of what waits, and when it left their page. An answer takes
-- both back.
alter table referrals add column expired_on date;
alter table referrals add column archived_on date;
