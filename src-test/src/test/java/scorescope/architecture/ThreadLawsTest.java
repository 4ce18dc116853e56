package scorescope.architecture;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.targetOwner;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static scorescope.architecture.ProgramClasses.holds;

import java.util.List;
import org.junit.jupiter.api.Test;
import scorescope.core.parallel.SpinPool;

/** Which classes may create threads and timers, so that one class knows all of them. */
class ThreadLawsTest {
    @Test
    void threadsAndClocksOfTheWindowAreMadeInOnePlace() {
        var others = noClasses()
                .that()
                .resideInAPackage("scorescope.ui..")
                .and()
                .resideOutsideOfPackage("scorescope.ui.background..");
        var reason = "the owner of the cores must know every worker, and the window has one clock";
        for (var maker : List.of(
                "java.lang.Thread$Builder$OfPlatform",
                "java.lang.Thread$Builder$OfVirtual",
                "java.util.concurrent.Executors",
                "java.util.concurrent.ForkJoinPool",
                "java.util.Timer",
                "javafx.animation.AnimationTimer",
                "javafx.animation.PauseTransition",
                "javafx.animation.Timeline")) {
            holds(others.should()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName(maker)
                    .because(reason));
        }
        holds(others.should()
                .callMethodWhere(target(nameMatching("(supply|run)Async")))
                .because(reason));
    }

    @Test
    void parallelWorkGoesThroughPoolsThatTheOwnerOfTheCoresKnows() {
        var others = noClasses()
                .that()
                .resideInAnyPackage(
                        "scorescope.core..",
                        "scorescope.session..",
                        "scorescope.plot..",
                        "scorescope.cli..",
                        "scorescope.ui..")
                .and()
                .resideOutsideOfPackages("scorescope.core.parallel..", "scorescope.ui.background..");
        var reason =
                "the owner of the cores binds the pool of each work, and takes threads from it while a person drags";
        for (var maker : List.of(
                "java.lang.Thread$Builder$OfPlatform",
                "java.lang.Thread$Builder$OfVirtual",
                "java.util.concurrent.Executors",
                "java.util.concurrent.ExecutorService",
                "java.util.concurrent.ForkJoinPool",
                "java.util.concurrent.ForkJoinTask",
                "java.util.Timer")) {
            holds(others.should()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName(maker)
                    .because(reason));
        }
        holds(others.should()
                .callMethodWhere(target(
                        nameMatching("parallel|parallelStream|parallelPrefix|parallelSort|parallelSetAll|.*Async")))
                .because(reason));
        holds(others.should()
                .callConstructorWhere(targetOwner(assignableTo(Thread.class)))
                .because(reason));
        holds(noClasses()
                .that()
                .resideOutsideOfPackage("scorescope.core..")
                .and()
                .resideOutsideOfPackage("scorescope.ui.background..")
                .should()
                .callConstructor(SpinPool.class, int.class)
                .because(reason));
    }
}
