// en: Where does a place or body rank?
// zh: 在哪些方面排名第几？
// param limit: integer = 200 | rows at most
// columns: subject, indicator, rank, scope, words, sentence

MATCH (o:Observation {measure: 'rank'})-[:ABOUT]->(e:Entity), (o)-[:IN_SENTENCE]->(s:Sentence)
RETURN e.name AS subject, o.indicator AS indicator, o.value AS rank, o.scope AS scope, o.raw AS words, s.text AS sentence
ORDER BY rank, subject, indicator, sentence
LIMIT $limit
