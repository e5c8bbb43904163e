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
WITH p, stages, b.name AS body, r.role AS role, r.basis AS basis,
  CASE r.basis WHEN 'stated' THEN 0 WHEN 'inferred' THEN 1 ELSE 2 END AS rank
// Projects with a body that the text names come first, then those with one by competence, then those the issuer reports.
WITH p, stages, min(rank) AS place, collect({body: body, role: role, basis: basis, rank: rank}) AS links
UNWIND links AS link
WITH DISTINCT p.name AS project, stages, link.body AS body, link.role AS role, link.basis AS basis, link.rank AS rank, place
RETURN project, stages, body, role, basis
ORDER BY place, project, rank, body, role
LIMIT $limit
