// en: Which things do several reports name?
// zh: 哪些事物在多份报告中出现？
// param limit: integer = 200 | rows at most
// columns: name, type, reports, titles

MATCH (e:Entity)-[:MENTIONED_IN]->(s:Sentence), (r:Report {id: s.report})
WITH e, r ORDER BY r.title
WITH e, collect(DISTINCT r.title) AS titles
WHERE size(titles) > 1
RETURN e.name AS name, e.type AS type, size(titles) AS reports, titles
ORDER BY reports DESC, type, name
LIMIT $limit
