// en: How are two things connected?
// zh: 两个事物之间有什么联系？
// param from: string = "武昌区" | name or alias
// param to: string = "武汉市" | name or alias
// param limit: integer = 5 | rows at most
// columns: steps, path, bases

MATCH (a:Entity), (b:Entity)
WHERE (a.name = $from OR $from IN a.aliases) AND (b.name = $to OR $to IN b.aliases) AND a.id <> b.id
MATCH p = shortestPath((a)-[:RESPONSIBLE_FOR|ISSUED|FUNDED_BY|LOCATED_IN|PART_OF|HEADED_BY|PARTICIPATES_IN|RECEIVED|CONCERNS|HAS_JURISDICTION*..6]-(b))
RETURN length(p) AS steps, p AS path, [r IN relationships(p) | r.basis] AS bases
ORDER BY steps
LIMIT $limit
