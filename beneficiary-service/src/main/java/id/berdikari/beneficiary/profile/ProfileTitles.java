package id.berdikari.beneficiary.profile;

import id.berdikari.kit.problem.RequestLanguage;
import jakarta.enterprise.context.ApplicationScoped;
import java.text.MessageFormat;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** What topics, kinds and causes are called in the language that the client asked for. */
@ApplicationScoped
class ProfileTitles {

    private final RequestLanguage language;

    ProfileTitles(RequestLanguage language) {
        this.language = language;
    }

    String of(Enum<?> constant, Object... arguments) {
        return of(constant.getDeclaringClass().getSimpleName(), constant.name(), arguments);
    }

    /** Of a kind without a title its code. */
    String of(String list, String code, Object... arguments) {
        var locale = language.preferred();
        var titles =
                ResourceBundle.getBundle("profiles", locale, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
        var key = code.equals(Group.UNKNOWN) ? code : list + "." + code;
        return titles.containsKey(key) ? new MessageFormat(titles.getString(key), locale).format(arguments) : code;
    }

    /** Of two texts the one in the client's language. */
    String either(String indonesian, String english) {
        return language.preferred().getLanguage().equals("id") ? indonesian : english;
    }
}
