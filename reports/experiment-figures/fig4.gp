# Draws fig4.svg from fig4.tsv: gnuplot fig4.gp
if (!exists("drawn_by_lemmacheck")) { set terminal svg enhanced size 760,560 dynamic font 'DejaVu Sans,12' background '#ffffff'; set output "fig4.svg" }
set datafile separator "\t"
set encoding utf8
set border 3 lc rgb '#444444'
set tics nomirror front font ',9'
set grid lc rgb '#dddddd' lt 1 lw 0.5
set style fill solid 0.6 noborder
data = 'fig4.tsv'
set label 1 'Figure 4: networks trained by Algorithm 1' at screen 0.02,0.965 left noenhanced
set label 2 'points: means over runs; bars: from the least to the largest run' at screen 0.02,0.925 left noenhanced textcolor rgb '#555555' font ',10'
set multiplot layout 1,2 margins 0.08,0.98,0.32,0.84 spacing 0.1,0.14
set title 'm = 1000, V = 10/sqrt m' font ',10' noenhanced
set xlabel '||delta|| sqrt d' font ',10' noenhanced
set ylabel 'robust test accuracy (%)' font ',10' offset 1,0 noenhanced
unset logscale
unset xtics
set xtics 2.000000e+00 nomirror font ',9'
set xrange [6.399988e-01:1.036000e+01]
set arrow from first 5.000000e+00, graph 0 to first 5.000000e+00, graph 1 nohead dt 3 lc rgb '#555555'
set label 3 'the paper''s 5' at first 5.000000e+00, graph 1.02 center font ',8' textcolor rgb '#555555' noenhanced
set key at screen 0.28,0.2 center top Left reverse font ',9' samplen 2 noenhanced
plot data index 0 using 1:2:3:4 with yerrorbars lc rgb '#0072B2' pt 7 ps 0.8 lw 1 title 'd = 25', \
    data index 0 using 1:2 with lines lc rgb '#0072B2' lw 1.4 notitle, \
    data index 1 using 1:2:3:4 with yerrorbars lc rgb '#D55E00' pt 5 ps 0.8 lw 1 title 'd = 49', \
    data index 1 using 1:2 with lines lc rgb '#D55E00' lw 1.4 notitle, \
    data index 2 using 1:2:3:4 with yerrorbars lc rgb '#000000' pt 9 ps 0.8 lw 1 title 'd = 100', \
    data index 2 using 1:2 with lines lc rgb '#000000' lw 1.4 notitle, \
    data index 3 using 1:2:3:4 with yerrorbars lc rgb '#009E73' pt 11 ps 0.8 lw 1 title 'd = 196', \
    data index 3 using 1:2 with lines lc rgb '#009E73' lw 1.4 notitle, \
    data index 4 using 1:2:3:4 with yerrorbars lc rgb '#CC79A7' pt 13 ps 0.8 lw 1 title 'd = 400', \
    data index 4 using 1:2 with lines lc rgb '#CC79A7' lw 1.4 notitle, \
    data index 5 using 1:2:3:4 with yerrorbars lc rgb '#E69F00' pt 15 ps 0.8 lw 1 title 'd = 625', \
    data index 5 using 1:2 with lines lc rgb '#E69F00' lw 1.4 notitle, \
    data index 6 using 1:2:3:4 with yerrorbars lc rgb '#56B4E9' pt 2 ps 0.8 lw 1 title 'd = 784', \
    data index 6 using 1:2 with lines lc rgb '#56B4E9' lw 1.4 notitle, \
    data index 7 using 1:2 with lines lc rgb '#0072B2' lw 1.6 dt 2 title 'dashed: no classifier does better', \
    data index 8 using 1:2 with lines lc rgb '#D55E00' lw 1.6 dt 2 notitle, \
    data index 9 using 1:2 with lines lc rgb '#000000' lw 1.6 dt 2 notitle, \
    data index 10 using 1:2 with lines lc rgb '#009E73' lw 1.6 dt 2 notitle, \
    data index 11 using 1:2 with lines lc rgb '#CC79A7' lw 1.6 dt 2 notitle, \
    data index 12 using 1:2 with lines lc rgb '#E69F00' lw 1.6 dt 2 notitle, \
    data index 13 using 1:2 with lines lc rgb '#56B4E9' lw 1.6 dt 2 notitle
unset label 1
unset label 2
unset arrow
unset label 3
set title 'd = 784, ||delta|| = 0.2' font ',10' noenhanced
set xlabel 'V sqrt m' font ',10' noenhanced
set ylabel '' font ',10' offset 1,0 noenhanced
unset logscale
unset xtics
set xtics 1.000000e+01 nomirror font ',9'
set xrange [3.600000e+00:4.140000e+01]
set arrow from first 2.500000e+01, graph 0 to first 2.500000e+01, graph 1 nohead dt 3 lc rgb '#555555'
set label 3 'the paper''s 25' at first 2.500000e+01, graph 1.02 center font ',8' textcolor rgb '#555555' noenhanced
set key at screen 0.77,0.2 center top Left reverse font ',9' samplen 2 noenhanced
plot data index 14 using 1:2:3:4 with yerrorbars lc rgb '#0072B2' pt 7 ps 0.8 lw 1 title 'm = 1000', \
    data index 14 using 1:2 with lines lc rgb '#0072B2' lw 1.4 notitle, \
    data index 15 using 1:2:3:4 with yerrorbars lc rgb '#D55E00' pt 5 ps 0.8 lw 1 title 'm = 3000', \
    data index 15 using 1:2 with lines lc rgb '#D55E00' lw 1.4 notitle
unset label 1
unset label 2
unset arrow
unset label 3
unset multiplot
