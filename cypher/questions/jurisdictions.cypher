// en: Which body has which division to look after?
// zh: 各机关管辖哪些行政区划？
// param limit: integer = 200 | rows at most
// columns: division, bodies, count

MATCH (a:Agency)-[:HAS_JURISDICTION]->(d:AdminDivision)
WITH d, a ORDER BY a.name
WITH d, collect(DISTINCT a.name) AS bodies
RETURN d.name AS division, bodies, size(bodies) AS count
ORDER BY count DESC, division
LIMIT $limit
