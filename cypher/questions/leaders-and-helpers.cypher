// en: Who leads each matter, and who helps?
// zh: 各事项由谁牵头、谁配合？
// param leading: list = ["牵头", "主办", "责任", "主责", "负责"] | words of the leading role
// param limit: integer = 200 | rows at most
// columns: thing, type, leads, helps

MATCH (b:Entity)-[r:RESPONSIBLE_FOR]->(t:Entity)
WHERE r.role IS NOT NULL
WITH t, b.name AS body, any(word IN $leading WHERE r.role CONTAINS word) AS lead
ORDER BY body
WITH t, collect(DISTINCT CASE WHEN lead THEN body ELSE null END) AS leads,
  collect(DISTINCT CASE WHEN lead THEN null ELSE body END) AS helps
RETURN t.name AS thing, t.type AS type, leads, helps
ORDER BY size(leads) + size(helps) DESC, thing
LIMIT $limit
