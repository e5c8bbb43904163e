// en: Which plans, laws and measures are named, who issued them, and what became of them?
// zh: 提到了哪些政策文件，由谁印发，进展如何？
// param limit: integer = 200 | rows at most
// columns: policy, issuers, stages

MATCH (p:Policy)
OPTIONAL MATCH (a:Entity)-[r:ISSUED]->(p)
WITH p, a, r ORDER BY a.name, r.basis
WITH p, collect(DISTINCT a.name + ' (' + r.basis + ')') AS issuers
OPTIONAL MATCH (m:Milestone)-[:OF]->(p)
WITH p, issuers, m ORDER BY m.stageOrder, m.start
WITH p, issuers, collect(DISTINCT CASE m.status WHEN 'target' THEN m.stage + ' (target)' ELSE m.stage END) AS stages
RETURN p.name AS policy, issuers, stages
ORDER BY policy
LIMIT $limit
