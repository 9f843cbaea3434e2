package dev.migration.boot.documents;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.xml.parsers.DocumentBuilderFactory;

import dev.migration.test.Document;
import dev.migration.test.DocumentBlock;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every block of XML is dependencies of Maven: ours in the version of this build, and
 * those of others as the sample has them, whose versions Spring Boot knows.
 */
class XmlBlocksTests {

	private static final String OUR_GROUP = "dev.migration";

	@Test
	void everyDependencyIsThere() throws Exception {
		String version = version();
		String sample = Files.readString(Path.of("../sample-app/pom.xml"));
		List<DocumentBlock> blocks = Document.blocksIn("xml");
		assertThat(blocks).isNotEmpty();
		for (DocumentBlock block : blocks) {
			for (Element dependency : dependencies(block)) {
				String group = text(dependency, "groupId");
				assertThat(sample).as(block.toString())
					.containsPattern("<groupId>" + group + "</groupId>\\s*<artifactId>" + text(dependency, "artifactId")
							+ "</artifactId>");
				assertThat(text(dependency, "version")).as(block.toString())
					.isEqualTo(group.equals(OUR_GROUP) ? version : "");
			}
		}
	}

	private static List<Element> dependencies(DocumentBlock block) throws Exception {
		Element all = DocumentBuilderFactory.newInstance()
			.newDocumentBuilder()
			.parse(new InputSource(new StringReader("<all>" + block.text() + "</all>")))
			.getDocumentElement();
		List<Element> dependencies = new ArrayList<>();
		NodeList children = all.getChildNodes();
		for (int i = 0; i < children.getLength(); i++) {
			if (children.item(i) instanceof Element element) {
				assertThat(element.getTagName()).as(block.toString()).isEqualTo("dependency");
				dependencies.add(element);
			}
		}
		return dependencies;
	}

	private static String text(Element element, String name) {
		NodeList found = element.getElementsByTagName(name);
		return (found.getLength() > 0) ? found.item(0).getTextContent().strip() : "";
	}

	private static String version() throws IOException {
		Matcher version = Pattern.compile("<artifactId>migration-parent</artifactId>\\s*<version>([^<]+)</version>")
			.matcher(Files.readString(Path.of("../pom.xml")));
		assertThat(version.find()).isTrue();
		return version.group(1);
	}

}
