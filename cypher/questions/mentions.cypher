// en: Where is a thing named, and by which words?
// zh: 某事物在哪里、以什么名称出现？
// param name: string = "武昌区" | name or alias of the thing
// param limit: integer = 200 | rows at most
// columns: report, heading, words, sentence

MATCH (e:Entity)-[m:MENTIONED_IN]->(s:Sentence), (s)-[:IN_SECTION]->(x:Section), (r:Report {id: s.report})
WHERE e.name = $name OR $name IN e.aliases
RETURN r.title AS report, coalesce(x.heading, '') AS heading, m.text AS words, s.text AS sentence
ORDER BY r.title, m.start, words
LIMIT $limit
