@echo off
rem Starts Scorescope on Windows: JAVA_HOME, then PATH, then the build's own Java.
setlocal
set "HOME_DIR=%~dp0.."
set "JAVA=java"
if exist "%HOME_DIR%\lib\build-java" (
  set /p BUILD_JAVA=<"%HOME_DIR%\lib\build-java"
)
if defined BUILD_JAVA if exist "%BUILD_JAVA%\bin\java.exe" set "JAVA=%BUILD_JAVA%\bin\java.exe"
if defined JAVA_HOME set "JAVA_HOME=%JAVA_HOME:"=%"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" (
  "%JAVA_HOME%\bin\java.exe" -version 2>&1 | findstr /r /c:"version .2[5-9]" >nul && set "JAVA=%JAVA_HOME%\bin\java.exe"
)
"%JAVA%" --module-path "%HOME_DIR%\lib\javafx" --add-modules javafx.controls,javafx.swing --enable-native-access=ALL-UNNAMED,javafx.graphics --sun-misc-unsafe-memory-access=allow --add-exports=javafx.graphics/com.sun.javafx.application=ALL-UNNAMED --add-exports=javafx.base/com.sun.javafx.event=ALL-UNNAMED --add-exports=javafx.graphics/com.sun.javafx.text=ALL-UNNAMED --add-exports=java.base/jdk.internal.module=ALL-UNNAMED -XX:+UnlockExperimentalVMOptions -XX:+EnableVectorSupport --add-opens=javafx.graphics/com.sun.javafx.application=ALL-UNNAMED %SCORESCOPE_JAVA_OPTS% -cp "%HOME_DIR%\lib\*" scorescope.Scorescope %*
