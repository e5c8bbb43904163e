// en: Which bodies share the responsibility for one thing?
// zh: 哪些单位共同负责同一事项？
// param bases: list = ["stated", "implied", "inferred"] | how the links may be known
// param limit: integer = 200 | rows at most
// columns: first, second, shared, things

MATCH (a:Entity)-[r:RESPONSIBLE_FOR]->(t:Entity), (b:Entity)-[q:RESPONSIBLE_FOR]->(t)
WHERE a.id < b.id AND r.basis IN $bases AND q.basis IN $bases
WITH a, b, t ORDER BY t.name
WITH a, b, collect(DISTINCT t.name) AS things
RETURN a.name AS first, b.name AS second, size(things) AS shared, things
ORDER BY shared DESC, first, second
LIMIT $limit
