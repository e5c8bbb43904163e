// en: Which promises fall due by a day, and who answers for them?
// zh: 哪些承诺在某日之前到期，由谁负责？
// param after: string = "1900" | first day, or the beginning of one
// param before: string = "2100" | last day, or the beginning of one
// param limit: integer = 200 | rows at most
// columns: deadline, thing, stage, words, bodies, report

MATCH (m:Milestone {status: 'target'})-[:OF]->(e:Entity), (r:Report {id: m.report})
WHERE m.date IS NOT NULL AND m.date >= $after AND m.date <= $before
OPTIONAL MATCH (b:Entity)-[:RESPONSIBLE_FOR]->(e)
WITH m, e, r, b ORDER BY b.name
WITH m, e, r, collect(DISTINCT b.name) AS bodies
RETURN DISTINCT m.date AS deadline, e.name AS thing, m.stage AS stage, m.quote AS words, bodies, r.title AS report
ORDER BY deadline, thing, stage, words, report
LIMIT $limit
