@echo off
rem Gatehouse: builds when sources are newer than the build, then runs the console, or the engine alone.
rem Settings: GATEHOUSE_JAVA_HOME or JAVA_HOME (a JDK 25 or newer), GATEHOUSE_JAVA_OPTS (added last, so they win).
setlocal EnableDelayedExpansion
set "ROOT=%~dp0"
set "HOME25="

for %%H in ("%GATEHOUSE_JAVA_HOME%" "%ROOT%runtime" "%JAVA_HOME%") do if not defined HOME25 call :consider "%%~H"
for /d %%H in ("%ProgramFiles%\Eclipse Adoptium\jdk-*" "%ProgramFiles%\Java\jdk-*" "%ProgramFiles%\Microsoft\jdk-*" "%USERPROFILE%\.jdks\*") do if not defined HOME25 call :consider "%%~H"
if not defined HOME25 (
  echo gatehouse: needs a JDK 25 or newer and found none. Install one, or set JAVA_HOME to it. 1>&2
  exit /b 3
)

if exist "%ROOT%pom.xml" (
  set "JARS=%ROOT%app\target\lib"
  set "BUILT=%ROOT%app\target\built"
  powershell -NoProfile -Command "$b='!BUILT!'; if (-not (Test-Path $b)) { exit 1 }; $t=(Get-Item $b).LastWriteTime; $n=Get-ChildItem -Recurse -File '%ROOT%pom.xml','%ROOT%app\pom.xml','%ROOT%gateway-engine\pom.xml','%ROOT%gateway-engine\src\main','%ROOT%app\src\main','%ROOT%fxml','%ROOT%themes' | Where-Object { $_.LastWriteTime -gt $t } | Select-Object -First 1; if ($n) { exit 1 }; exit 0"
  if errorlevel 1 (
    where mvn >nul 2>nul || (
      echo gatehouse: has to be built first and found no Maven. Install it and start again. 1>&2
      exit /b 3
    )
    echo gatehouse: building, once ^(about a minute^)... 1>&2
    pushd "%ROOT%"
    call mvn -B -q -DskipTests -Dgatehouse.launch=true package 1>&2
    if errorlevel 1 (
      popd
      echo gatehouse: the build failed; its messages are above. 1>&2
      exit /b 3
    )
    popd
    type nul > "!BUILT!"
  )
) else (
  set "JARS=%ROOT%lib"
)

set "MEMORY=-Xms48m -Xmx384m -XX:MaxDirectMemorySize=160m -XX:MarkStackSize=64k -XX:MinHeapFreeRatio=15 -XX:MaxHeapFreeRatio=30 -XX:G1PeriodicGCInterval=30000"
if "%~1"=="serve" set "MEMORY=-Xms256m -Xmx1g -XX:MaxDirectMemorySize=512m -Dio.netty.allocator.type=pooled"

"%HOME25%\bin\java.exe" %MEMORY% -XX:+UseG1GC -XX:MaxGCPauseMillis=20 -XX:+UseCompactObjectHeaders ^
  --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -Dio.netty.leakDetection.level=disabled ^
  -Djava.awt.headless=true -Dfile.encoding=UTF-8 ^
  %GATEHOUSE_JAVA_OPTS% -cp "%JARS%\*" dev.gatehouse.app.Main %*
exit /b %ERRORLEVEL%

:consider
if not exist "%~1\bin\java.exe" goto :eof
if not exist "%~1\release" goto :eof
for /f "tokens=2 delims==" %%V in ('findstr /b "JAVA_VERSION=" "%~1\release"') do set "VERSION=%%~V"
for /f "tokens=1 delims=." %%M in ("!VERSION!") do if %%M GEQ 25 set "HOME25=%~1"
goto :eof
