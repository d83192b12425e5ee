package id.berdikari.beneficiary.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds the texts with which an expression compares its names, so that a misspelt one is not simply never equal. */
final class Comparisons {

    private static final Set<String> FUNCTIONS = Set.of("_==_", "_!=_", "@in");

    private Comparisons() {}

    static Map<String, Set<String>> of(CelAbstractSyntaxTree tree) {
        Map<String, Set<String>> found = new TreeMap<>();
        CelNavigableAst.fromAst(tree)
                .getRoot()
                .allNodes()
                .filter(node -> node.getKind() == Kind.CALL)
                .map(node -> node.expr().call())
                .filter(call -> FUNCTIONS.contains(call.function()))
                .forEach(call -> call.args().stream()
                        .filter(argument -> argument.getKind() == Kind.IDENT)
                        .forEach(name -> found.computeIfAbsent(name.ident().name(), _ -> new TreeSet<>())
                                .addAll(call.args().stream()
                                        .flatMap(Comparisons::texts)
                                        .toList())));
        return found;
    }

    private static Stream<String> texts(CelExpr argument) {
        return switch (argument.getKind()) {
            case LIST -> argument.list().elements().stream().flatMap(Comparisons::texts);
            case CONSTANT -> text(argument.constant());
            default -> Stream.empty();
        };
    }

    private static Stream<String> text(CelConstant constant) {
        return constant.getKind() == CelConstant.Kind.STRING_VALUE ? Stream.of(constant.stringValue()) : Stream.empty();
    }
}
