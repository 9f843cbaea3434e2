package dev.migration.jpa;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

import dev.migration.autogenerate.ProposedChange;
import dev.migration.runtime.AutogenRun;
import dev.migration.schema.TargetSchema;
import dev.migration.test.TestDatabase;
import dev.migration.test.TestDatabase.Kind;
import jakarta.persistence.AssociationOverride;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ConstraintMode;
import jakarta.persistence.DiscriminatorType;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.MapKeyJoinColumn;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.TableGenerator;
import jakarta.persistence.UniqueConstraint;
import jakarta.persistence.Version;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.Comment;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.NaturalId;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.annotations.SoftDelete;
import org.hibernate.type.SqlTypes;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The shapes that entities can have, made on each database and compared with it: nothing
 * differs, and the way back leaves nothing.
 */
class HibernateShapesTests {

	private static final Class<?>[] ENTITIES = { Vehicle.class, Car.class, Truck.class, Shape.class, Circle.class,
			Square.class, Order.class, OrderLine.class, OrderNote.class, Customer.class, Egg.class, Chicken.class,
			Select.class, Counted.class, Values.class };

	@ParameterizedTest
	@EnumSource(names = { "SQLITE", "POSTGRESQL", "H2", "MARIADB" })
	void whatIsMadeForTheEntitiesDoesNotDifferFromThem(Kind kind) throws Exception {
		TestDatabase database = TestDatabase.create(kind);
		AutogenRun run = new AutogenRun(database);
		TargetSchema target = EntitySchema.read(EntityModel.metadata(database, ENTITIES));
		run.upgrade(run.compare(target));
		assertThat(run.compare(target)).extracting(ProposedChange::detected).isEmpty();
		run.downgrade("base");
		assertThat(run.inspect(target)).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(names = { "POSTGRESQL", "H2", "MARIADB" })
	void whatHibernateHasCreatedDoesNotDifferFromTheEntities(Kind kind) throws Exception {
		TestDatabase database = TestDatabase.create(kind);
		database.execute(EntityModel.creation(EntityModel.metadata(database, ENTITIES)));
		TargetSchema target = EntitySchema.read(EntityModel.metadata(database, ENTITIES));
		assertThat(new AutogenRun(database).compare(target)).extracting(ProposedChange::detected).isEmpty();
	}

	enum Color {

		RED, GREEN, BLUE

	}

	@MappedSuperclass
	static class Base {

		@Version
		int version;

		@Column(updatable = false)
		@ColumnDefault("CURRENT_TIMESTAMP")
		LocalDateTime created;

	}

	@Entity(name = "Vehicle")
	@Inheritance(strategy = InheritanceType.JOINED)
	@DiscriminatorColumn(discriminatorType = DiscriminatorType.INTEGER)
	static class Vehicle extends Base {

		@Id
		@GeneratedValue
		UUID id;

		@NaturalId
		@Column(length = 17)
		String vin;

	}

	@Entity(name = "Car")
	@PrimaryKeyJoinColumn(name = "vehicle_id", foreignKey = @ForeignKey(name = "fk_car"))
	static class Car extends Vehicle {

		@Column(precision = 5, scale = 5)
		BigDecimal ratio;

		@Column(columnDefinition = "smallint default 4 not null")
		short seats;

	}

	@Entity(name = "Truck")
	static class Truck extends Vehicle {

		@Column(precision = 38, scale = 0)
		BigDecimal freight;

	}

	@Entity(name = "Shape")
	@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
	abstract static class Shape {

		@Id
		@GeneratedValue(strategy = GenerationType.TABLE, generator = "shapes")
		@TableGenerator(name = "shapes", table = "shape_ids", initialValue = 10, allocationSize = 5)
		long id;

		@Column(unique = true)
		String label;

		@ManyToOne
		Shape parent;

	}

	@Entity(name = "Circle")
	static class Circle extends Shape {

		double radius;

	}

	@Entity(name = "Square")
	static class Square extends Shape {

		@Enumerated
		Color color;

		@Enumerated(EnumType.STRING)
		@ColumnDefault("'RED'")
		Color border;

	}

	@Embeddable
	record OrderId(@Column(length = 8) String region, int number) {
	}

	@Embeddable
	record Money(@Column(precision = 12, scale = 2) BigDecimal amount, @Column(length = 3) String currency) {
	}

	@Entity(name = "Order")
	@Table(name = "`Order`",
			indexes = { @Index(name = "ix_order", columnList = "region desc, `To Pay` asc"),
					@Index(columnList = "number", unique = true) })
	@Check(name = "ck_order", constraints = "number > 0")
	@Comment("all of the \"orders\", so to say")
	static class Order {

		@EmbeddedId
		OrderId id;

		@Embedded
		@AttributeOverride(name = "amount", column = @Column(name = "`To Pay`", precision = 12, scale = 2))
		@AttributeOverride(name = "currency", column = @Column(name = "`To Pay In`", length = 3))
		Money price;

		@ManyToOne
		@JoinColumn(foreignKey = @ForeignKey(name = "none", value = ConstraintMode.NO_CONSTRAINT))
		Customer customer;

		@OneToMany(cascade = CascadeType.ALL)
		@JoinColumn(name = "order_region", referencedColumnName = "region")
		@JoinColumn(name = "order_number", referencedColumnName = "number")
		@OrderColumn(name = "position")
		List<OrderLine> lines = new ArrayList<>();

	}

	@Entity(name = "OrderLine")
	static class OrderLine {

		@Id
		@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "lines")
		@SequenceGenerator(name = "lines", sequenceName = "Line Seq", initialValue = 7, allocationSize = 3)
		int id;

	}

	@Entity(name = "OrderNote")
	static class OrderNote {

		@EmbeddedId
		OrderId id;

		@MapsId
		@OneToOne
		@OnDelete(action = OnDeleteAction.CASCADE)
		Order order;

		@JdbcTypeCode(SqlTypes.LONG32VARCHAR)
		String note;

	}

	@Entity(name = "Customer")
	@SecondaryTable(name = "customer_details", pkJoinColumns = @PrimaryKeyJoinColumn(name = "customer"),
			uniqueConstraints = @UniqueConstraint(name = "uq_mail", columnNames = "mail"))
	@SoftDelete
	static class Customer {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		Integer id;

		@Column(table = "customer_details", nullable = false)
		String mail;

		@ElementCollection
		@CollectionTable(name = "customer_prices")
		@AssociationOverride(name = "none", joinColumns = {})
		Set<Money> prices = new HashSet<>();

		@ElementCollection
		@MapKeyEnumerated(EnumType.STRING)
		@Column(name = "amount")
		Map<Color, Integer> amounts = new LinkedHashMap<>();

		@ManyToMany
		@JoinTable(name = "customer_vehicles", inverseJoinColumns = @JoinColumn(name = "vehicle"))
		@MapKeyJoinColumn(name = "egg")
		Map<Egg, Vehicle> vehicles = new LinkedHashMap<>();

		@OneToMany
		Set<Shape> shapes = new HashSet<>();

		@ElementCollection
		SortedMap<String, String> aPropertyWithANameThatIsMuchLongerThanUsual = new TreeMap<>();

	}

	@Entity(name = "Egg")
	static class Egg {

		@Id
		long id;

		@OneToOne
		@JoinColumn(unique = true)
		@OnDelete(action = OnDeleteAction.SET_NULL)
		Chicken laidBy;

	}

	@Entity(name = "Chicken")
	static class Chicken {

		@Id
		long id;

		@ManyToOne(optional = false)
		Egg comesFrom;

	}

	@Entity(name = "Select")
	@Table(name = "select")
	static class Select {

		@Id
		@Column(name = "from")
		String from;

		@Column(name = "where", columnDefinition = "varchar(20) check (\"where\" <> 'x')")
		String where;

		@Column(name = "`Größe`", nullable = false)
		@ColumnDefault("(1 + 1)")
		int size;

		@Column(length = 4)
		@ColumnDefault("'it''s'")
		String quoted;

	}

	@Entity(name = "Counted")
	@Table(uniqueConstraints = @UniqueConstraint(columnNames = { "a", "b" }))
	static class Counted {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		Long id;

		char a;

		byte b;

	}

	@Entity(name = "`Values`")
	static class Values {

		@Id
		String id;

		@Column(length = 20_000)
		String longer;

		@Column(length = 100_000)
		byte[] bytes;

		@Column(precision = 3)
		Instant instant;

		@Column(secondPrecision = 0)
		OffsetTime time;

		Duration duration;

		@JdbcTypeCode(SqlTypes.JSON)
		Map<String, String> json;

		String[] names;

		UUID[] ids;

		Color[] colors;

		List<Instant> instants;

		Boolean flag;

	}

}
