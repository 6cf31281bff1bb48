<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Kiosk</name>
    <message numerus="yes">
        <source>Enter the clinic&apos;s PIN. It has %n digits</source>
        <translation>
            <numerusform>Enter the clinic&apos;s PIN. It has %n digit</numerusform>
            <numerusform>Enter the clinic&apos;s PIN. It has %n digits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Wrong PIN. Tries left: %n</source>
        <translation>
            <numerusform>Wrong PIN. Tries left: %n</numerusform>
            <numerusform>Wrong PIN. Tries left: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only staff see it. Erased after %n days</source>
        <translation>
            <numerusform>Only staff see it. Erased after %n day</numerusform>
            <numerusform>Only staff see it. Erased after %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people ahead</source>
        <translation>
            <numerusform>%n person ahead</numerusform>
            <numerusform>%n people ahead</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Starting again in %n s</source>
        <translation>
            <numerusform>Starting again in %n s</numerusform>
            <numerusform>Starting again in %n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The system is busy. Try again in %n s</source>
        <translation>
            <numerusform>The system is busy. Try again in %n s</numerusform>
            <numerusform>The system is busy. Try again in %n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Wrong code. Tries left: %n</source>
        <translation>
            <numerusform>Wrong code. Tries left: %n</numerusform>
            <numerusform>Wrong code. Tries left: %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Paper</name>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StaffCounts</name>
    <message numerus="yes">
        <source>Next is {label}, waiting %n min</source>
        <translation>
            <numerusform>Next is {label}, waiting %n min</numerusform>
            <numerusform>Next is {label}, waiting %n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>usual %n min</source>
        <translation>
            <numerusform>usual %n min</numerusform>
            <numerusform>usual %n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>waited %n min</source>
        <translation>
            <numerusform>waited %n min</numerusform>
            <numerusform>waited %n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>recalled %n times</source>
        <translation>
            <numerusform>recalled once</numerusform>
            <numerusform>recalled %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>party of %n</source>
        <translation>
            <numerusform>alone</numerusform>
            <numerusform>party of %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people ahead</source>
        <translation>
            <numerusform>%n person ahead</numerusform>
            <numerusform>%n people ahead</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more today</source>
        <translation>
            <numerusform>and %n more today</numerusform>
            <numerusform>and %n more today</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>(%n more)</source>
        <translation>
            <numerusform>(%n more)</numerusform>
            <numerusform>(%n more)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Ui</name>
    <message numerus="yes">
        <source>%n people ahead</source>
        <translation>
            <numerusform>%n person ahead</numerusform>
            <numerusform>%n people ahead</numerusform>
        </translation>
    </message>
</context>
</TS>
