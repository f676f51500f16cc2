-- Versions of the contact scheme that say nothing of matching units and villages get the documented default.
update scheme.scheme
   set rules = rules || '{"matching": {"reserve": 5, "furtherUnit": 60000}}'
 where not rules ? 'matching';
