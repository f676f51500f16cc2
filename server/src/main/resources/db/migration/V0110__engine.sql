-- A repair begins with the prices of the plan adopted last (proposal.load.price), unless another engine made them: to it they may mean something else (ADR 0061).
alter table proposal.run add column engine int;
