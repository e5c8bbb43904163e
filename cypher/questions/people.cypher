// en: Which people are named, and what do they head?
// zh: 提到了哪些人物，担任什么职务？
// param limit: integer = 200 | rows at most
// columns: person, bodies, sentences

MATCH (p:Person)
OPTIONAL MATCH (b:Entity)-[r:HEADED_BY]->(p)
WITH p, b, r ORDER BY b.name, r.role
WITH p, collect(DISTINCT b.name + coalesce(' ' + r.role, '')) AS bodies
OPTIONAL MATCH (p)-[m:MENTIONED_IN]->(s:Sentence)
RETURN p.name AS person, bodies, count(m) AS sentences
ORDER BY person
LIMIT $limit
