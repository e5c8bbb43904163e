// en: Which projects are there, how far is each, and who is responsible for it?
// zh: 有哪些项目，进展如何，由谁负责？
// param name: string = null | only projects whose name holds this
// param limit: integer = 500 | rows at most
// columns: project, stages, body, role, basis

MATCH (p:Project)
WHERE $name IS NULL OR p.name CONTAINS $name
OPTIONAL MATCH (m:Milestone)-[:OF]->(p)
WITH p, m ORDER BY m.stageOrder, m.start
WITH p, collect(DISTINCT CASE m.status WHEN 'target' THEN m.stage + ' (target)' ELSE m.stage END) AS stages
OPTIONAL MATCH (b:Entity)-[r:RESPONSIBLE_FOR]->(p)
// Projects with a body that the text names come first, then those with one by competence, then those the issuer reports.
WITH DISTINCT p.name AS project, stages, b.name AS body, r.role AS role, r.basis AS basis,
  CASE WHEN EXISTS { MATCH (:Entity)-[q:RESPONSIBLE_FOR]->(p) WHERE q.basis = 'stated' } THEN 0
    WHEN EXISTS { MATCH (:Entity)-[q:RESPONSIBLE_FOR]->(p) WHERE q.basis = 'inferred' } THEN 1
    ELSE 2 END AS place
RETURN project, stages, body, role, basis
ORDER BY place, project, CASE basis WHEN 'stated' THEN 0 WHEN 'inferred' THEN 1 ELSE 2 END, body, role
LIMIT $limit
