// en: Which promises had fallen due when a later report was written, without word of it?
// zh: 哪些承诺到期后，后来的报告没有说明完成？
// param limit: integer = 200 | rows at most
// columns: deadline, thing, stage, words, report, later

MATCH (m:Milestone {status: 'target'})-[:OF]->(e:Entity), (r:Report {id: m.report}), (later:Report)
WHERE m.date IS NOT NULL AND later.id <> r.id AND later.divisionCode = r.divisionCode AND later.periodEnd > m.date
  AND later.periodEnd > r.periodEnd
  AND NOT EXISTS { MATCH (n:Milestone {status: 'actual'})-[:OF]->(e) WHERE n.stageOrder >= m.stageOrder }
WITH m, e, r, later ORDER BY later.periodEnd, later.title
WITH m, e, r, collect(later.title) AS titles
RETURN m.date AS deadline, e.name AS thing, m.stage AS stage, m.quote AS words, r.title AS report, titles[0] AS later
ORDER BY deadline, thing, stage, words, report
LIMIT $limit
