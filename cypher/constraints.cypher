// Generated from schema/graph.ts by `npm run generate`. Do not edit.
// Keys of the graph in Neo4j; govgraph makes them itself when it opens a server to write.

CREATE CONSTRAINT govgraph1_report_id IF NOT EXISTS FOR (n:Report) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT govgraph1_section_id IF NOT EXISTS FOR (n:Section) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT govgraph1_sentence_id IF NOT EXISTS FOR (n:Sentence) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT govgraph1_entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT govgraph1_indicator_id IF NOT EXISTS FOR (n:Indicator) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT govgraph1_observation_id IF NOT EXISTS FOR (n:Observation) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT govgraph1_milestone_id IF NOT EXISTS FOR (n:Milestone) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT govgraph1_warning_id IF NOT EXISTS FOR (n:Warning) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT govgraph1_of_id IF NOT EXISTS FOR ()-[r:OF]-() REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT govgraph1_about_id IF NOT EXISTS FOR ()-[r:ABOUT]-() REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT govgraph1_in_sentence_id IF NOT EXISTS FOR ()-[r:IN_SENTENCE]-() REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT govgraph1_in_section_id IF NOT EXISTS FOR ()-[r:IN_SECTION]-() REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT govgraph1_under_id IF NOT EXISTS FOR ()-[r:UNDER]-() REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT govgraph1_mentioned_in_id IF NOT EXISTS FOR ()-[r:MENTIONED_IN]-() REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT govgraph1_responsible_for_id IF NOT EXISTS FOR ()-[r:RESPONSIBLE_FOR]-() REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT govgraph1_issued_id IF NOT EXISTS FOR ()-[r:ISSUED]-() REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT govgraph1_funded_by_id IF NOT EXISTS FOR ()-[r:FUNDED_BY]-() REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT govgraph1_located_in_id IF NOT EXISTS FOR ()-[r:LOCATED_IN]-() REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT govgraph1_part_of_id IF NOT EXISTS FOR ()-[r:PART_OF]-() REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT govgraph1_headed_by_id IF NOT EXISTS FOR ()-[r:HEADED_BY]-() REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT govgraph1_participates_in_id IF NOT EXISTS FOR ()-[r:PARTICIPATES_IN]-() REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT govgraph1_received_id IF NOT EXISTS FOR ()-[r:RECEIVED]-() REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT govgraph1_concerns_id IF NOT EXISTS FOR ()-[r:CONCERNS]-() REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT govgraph1_has_jurisdiction_id IF NOT EXISTS FOR ()-[r:HAS_JURISDICTION]-() REQUIRE r.id IS UNIQUE;
