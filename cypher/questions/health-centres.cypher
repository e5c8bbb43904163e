// en: Which hospitals and health centres are named, and which bodies and places stand above them?
// zh: 提到了哪些医院和卫生院，上级单位和所在地是什么？
// param words: list = ["医院", "卫生院", "卫生服务", "社卫", "保健院", "疾控"] | words of the name
// param limit: integer = 200 | rows at most
// columns: name, places, bodies, projects

MATCH (h:Hospital)
WHERE any(word IN $words WHERE h.name CONTAINS word)
OPTIONAL MATCH (h)-[:LOCATED_IN|PART_OF]->(d:Entity)
WITH h, d ORDER BY d.name
WITH h, collect(DISTINCT d.name) AS places
OPTIONAL MATCH (b:Entity)-[:RESPONSIBLE_FOR]->(h)
WITH h, places, collect(DISTINCT b.name) AS direct
OPTIONAL MATCH (p:Project)-[:CONCERNS]->(h)
OPTIONAL MATCH (c:Entity)-[:RESPONSIBLE_FOR]->(p)
WITH h, places, direct, p, c ORDER BY p.name
WITH h, places, direct, collect(DISTINCT p.name) AS projects, collect(DISTINCT c.name) AS above
UNWIND CASE WHEN size(direct + above) = 0 THEN [null] ELSE direct + above END AS body
WITH h, places, projects, body ORDER BY body
RETURN h.name AS name, places, collect(DISTINCT body) AS bodies, projects
ORDER BY name
LIMIT $limit
