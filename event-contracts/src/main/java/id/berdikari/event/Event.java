package id.berdikari.event;

/**
 * A published fact. Implementations are records that carry identifiers, codes, amounts, dates and approved public text
 * only: never a name, an identity number, a phone number, an address, a diagnosis or free text.
 *
 * <p>The event's type name is its record's simple name in kebab-case, so {@code BeneficiaryApproved} travels as
 * {@code beneficiary-approved} in the CloudEvents attribute {@code type}.
 */
public interface Event {

    /**
     * The id of the aggregate that the fact is about. It is the CloudEvents {@code subject} and the Kafka key, so all
     * facts with one subject keep their order.
     *
     * @return a UUID in its canonical text form
     */
    String subject();

    /**
     * The type name under which events of a class travel.
     *
     * @param type an event record
     * @return the simple name in kebab-case, such as {@code funds-mobilised}
     */
    static String typeOf(Class<? extends Event> type) {
        return type.getSimpleName().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(java.util.Locale.ROOT);
    }
}
