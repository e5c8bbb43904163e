// en: What are the largest sums of money, and for what?
// zh: 金额最大的是哪些，用于什么？
// param unit: string = "元" | unit of the sum
// param limit: integer = 50 | rows at most
// columns: value, words, indicator, subject, type, status, report, sentence

MATCH (o:Observation)-[:ABOUT]->(e:Entity), (o)-[:IN_SENTENCE]->(s:Sentence), (r:Report {id: o.report})
WHERE o.unit = $unit AND o.measure = 'level'
RETURN DISTINCT o.value AS value, o.raw AS words, o.indicator AS indicator, e.name AS subject, e.type AS type,
  o.status AS status, r.title AS report, s.text AS sentence
ORDER BY value DESC, indicator, subject, report, sentence
LIMIT $limit
