// en: What is each body responsible for?
// zh: 各单位负责什么？
// param name: string = null | only bodies whose name holds this
// param limit: integer = 200 | rows at most
// columns: agency, basis, count, things

MATCH (b:Entity)-[r:RESPONSIBLE_FOR]->(t:Entity)
WHERE $name IS NULL OR b.name CONTAINS $name
WITH b, r, t ORDER BY t.name
WITH b, r.basis AS basis, collect(DISTINCT t.name) AS things
RETURN b.name AS agency, basis, size(things) AS count, things
ORDER BY count DESC, agency, basis
LIMIT $limit
