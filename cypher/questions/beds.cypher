// en: How many beds are there, are added or are planned, and where?
// zh: 床位有多少，新增或规划多少，在哪里？
// param words: list = ["床"] | words of the indicator
// param limit: integer = 200 | rows at most
// columns: subject, type, indicator, value, unit, words, approx, status, period, sentence

MATCH (o:Observation)-[:ABOUT]->(e:Entity), (o)-[:IN_SENTENCE]->(s:Sentence)
WHERE any(word IN $words WHERE o.indicator CONTAINS word) AND o.measure = 'level'
RETURN DISTINCT e.name AS subject, e.type AS type, o.indicator AS indicator, o.value AS value, o.unit AS unit, o.raw AS words,
  o.approx AS approx, o.status AS status, coalesce(o.periodStart + ' – ' + o.periodEnd, '') AS period, s.text AS sentence
ORDER BY value DESC, subject, indicator, words, sentence
LIMIT $limit
