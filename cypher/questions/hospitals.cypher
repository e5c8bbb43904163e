// en: Which hospitals are named, and what was done to them?
// zh: 提到了哪些医院，做了什么？
// param type: string = "Hospital" | another type of thing: School, Place, Company …
// param limit: integer = 200 | rows at most
// columns: name, stages, projects, figures, bodies

MATCH (h:Entity)
WHERE h.type = $type
OPTIONAL MATCH (m:Milestone)-[:OF]->(h)
WITH h, m ORDER BY m.stageOrder, m.start
WITH h, collect(DISTINCT m.stage + CASE m.status WHEN 'target' THEN ' (target) ' ELSE ' ' END + m.quote) AS stages
OPTIONAL MATCH (p:Project)-[:CONCERNS]->(h)
OPTIONAL MATCH (n:Milestone)-[:OF]->(p)
WITH h, stages, p, n ORDER BY p.name, n.stageOrder
WITH h, stages, collect(DISTINCT p.name + CASE WHEN n.stage IS NULL THEN '' ELSE ' (' + n.stage + ')' END) AS projects
OPTIONAL MATCH (o:Observation)-[:ABOUT]->(h)
WITH h, stages, projects, o ORDER BY o.report, o.start
WITH h, stages, projects, collect(DISTINCT o.indicator + ' ' + o.raw) AS figures
OPTIONAL MATCH (b:Entity)-[r:RESPONSIBLE_FOR]->(h)
WITH h, stages, projects, figures, b, r ORDER BY b.name, r.basis
WITH h, stages, projects, figures, collect(DISTINCT b.name + ' (' + r.basis + ')') AS bodies
RETURN h.name AS name, stages, projects, figures, bodies
ORDER BY size(stages) + size(projects) + size(figures) = 0, name
LIMIT $limit
