// en: What lies within two relations of a thing?
// zh: 某事物两步之内与什么有关？
// param name: string = "武昌区" | name or alias of the thing
// param limit: integer = 200 | rows at most
// columns: steps, through, relation, name, type, basis

CALL {
  MATCH (a:Entity)
  WHERE a.name = $name OR $name IN a.aliases
  MATCH (a)-[r:RESPONSIBLE_FOR|ISSUED|FUNDED_BY|LOCATED_IN|PART_OF|HEADED_BY|PARTICIPATES_IN|RECEIVED|CONCERNS|HAS_JURISDICTION]-(b:Entity)
  RETURN DISTINCT 1 AS steps, a.name AS through, type(r) AS relation, b.name AS name, b.type AS type, r.basis AS basis
  UNION
  MATCH (a:Entity)
  WHERE a.name = $name OR $name IN a.aliases
  MATCH (a)-[:RESPONSIBLE_FOR|ISSUED|FUNDED_BY|LOCATED_IN|PART_OF|HEADED_BY|PARTICIPATES_IN|RECEIVED|CONCERNS|HAS_JURISDICTION]-(b:Entity)
  WITH DISTINCT a, b
  MATCH (b)-[r:RESPONSIBLE_FOR|ISSUED|FUNDED_BY|LOCATED_IN|PART_OF|HEADED_BY|PARTICIPATES_IN|RECEIVED|CONCERNS|HAS_JURISDICTION]-(c:Entity)
  WHERE c.id <> a.id
  RETURN DISTINCT 2 AS steps, b.name AS through, type(r) AS relation, c.name AS name, c.type AS type, r.basis AS basis
}
RETURN steps, through, relation, name, type, basis
ORDER BY steps, through, relation, name, type, basis
LIMIT $limit
